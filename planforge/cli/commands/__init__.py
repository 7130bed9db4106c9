"""One file a command; the file's name is the command's (`import_` for `import`), its `command` the click command."""
