"""What people type in and click on: question set to form, View to panel."""
