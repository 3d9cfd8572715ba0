// Imported first by every command. Not a check inside a function: the other imports must not run on an old Node.
const needed = { major: 22, minor: 14 };
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < needed.major || (major === needed.major && minor < needed.minor)) {
  console.error(
    `footnote: this is Node ${process.version}, and Footnote's tools need ${needed.major}.${needed.minor} or newer.\n` +
      '  The project brings its own Node 24: run `npm ci` (with install scripts allowed), then use the npm commands,\n' +
      '  such as `npm start` or `npm test`, instead of calling node yourself.',
  );
  process.exit(1);
}
