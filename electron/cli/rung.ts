import module from 'node:module';

const OLDEST_NODE = 22;

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  // Said before anything else is loaded: the SQLite driver would crash on it.
  process.stderr.write(
    `rung: Node ${process.versions.node} is too old; Rung needs Node ${OLDEST_NODE} or newer. "npx rung" uses the one that npm ci brought.\n`,
  );
  process.exitCode = 1;
} else {
  // Keeps the compiled code between runs: a third of the time of a short command.
  module.enableCompileCache();
  const { runCli } = await import('./run-cli.ts');
  process.exitCode = await runCli(process.argv.slice(2));
}
