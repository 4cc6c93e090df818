// Loaded with `node -r` before a .ts file, which an older Node would refuse with a riddle.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Attaché needs Node 22.18 or newer, and this is ${process.version}. Run it through npm (npm start), which brings its own.`,
  )
  process.exit(1)
}
