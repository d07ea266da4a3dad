"""The part of the site that runs in the reader's own browser: JupyterLite, Pyodide and Specta, put together here.

``python -m ketenspiegel.lite SITE`` writes ``SITE/app`` and ``SITE/service-worker.js``. Nothing in this room is
needed at run time, and nothing of it goes to the browser.
"""
