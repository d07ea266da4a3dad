// Where answers stay while one fills in: the browser's storage, one entry per answer sheet.
// On a borrowed computer (Binder) they stay in this tab only; without storage they stay in memory.

function openStore(questionSet, borrowed) {
  const prefix = `ketenspiegel:${questionSet}:`;
  let storage = null;
  try {
    storage = borrowed ? window.sessionStorage : window.localStorage;
    storage.setItem(prefix + "test", "1");
    storage.removeItem(prefix + "test");
  } catch {
    storage = null;
  }

  function read(key) {
    try {
      return JSON.parse(storage.getItem(key));
    } catch {
      return null;
    }
  }

  return {
    lasting: storage !== null && !borrowed,
    keep(sheet) {
      try {
        storage?.setItem(prefix + sheet.id, JSON.stringify(sheet));
        return storage !== null;
      } catch {
        return false;
      }
    },
    all() {
      if (!storage) return [];
      return Object.keys(storage)
        .filter((key) => key.startsWith(prefix))
        .map(read)
        .filter((sheet) => sheet?.id && sheet.answers)
        .sort((a, b) => (a.saved < b.saved ? 1 : -1));
    },
    wipe(id) {
      storage?.removeItem(prefix + id);
    },
    // Which sheet this tab is working on, so that a reload goes on where one was.
    get current() {
      try {
        return JSON.parse(window.sessionStorage.getItem(prefix + "~here")) ?? {};
      } catch {
        return {};
      }
    },
    set current(value) {
      try {
        window.sessionStorage.setItem(prefix + "~here", JSON.stringify(value));
      } catch {
        // Without storage a reload starts at the first page; nothing else changes.
      }
    },
  };
}
