#!/usr/bin/env node
// The `rung` command of a clone. Written for any Node, however old: it finds the Node that `npm ci` brought and hands over.
'use strict';

var childProcess = require('child_process');
var fs = require('fs');
var path = require('path');

var root = path.resolve(__dirname, '..', '..');
var OLDEST_NODE = 22;

function findNode() {
  var brought = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (fs.existsSync(brought)) return brought;
  return Number(process.versions.node.split('.')[0]) >= OLDEST_NODE ? process.execPath : null;
}

function fail(message) {
  process.stderr.write('rung: ' + message + '\n');
  process.exit(1);
}

function run(node, args, stdio) {
  var result = childProcess.spawnSync(node, args, { stdio: stdio || 'inherit' });
  if (result.error) fail('cannot start ' + node + ': ' + result.error.message);
  return result.status === null ? 1 : result.status;
}

var node = findNode();
if (!node) {
  fail(
    'Node ' +
      process.versions.node +
      ' is too old; Rung needs Node ' +
      OLDEST_NODE +
      ' or newer. Run "npm ci" in ' +
      root +
      ', which brings one.',
  );
}

var cli = path.join(root, 'out', 'node', 'cli.js');
if (!fs.existsSync(cli)) {
  var vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  if (!fs.existsSync(vite)) fail('not installed yet. Run "npm ci" in ' + root + '.');
  var status = run(
    node,
    [vite, 'build', '--app', '--logLevel', 'error', '--config', path.join(root, 'vite.config.ts')],
    ['ignore', 2, 2],
  );
  if (status !== 0) fail('could not be built. Run "npm run build" in ' + root + ' to see why.');
}

if (node === process.execPath) {
  void import(require('url').pathToFileURL(cli).href);
} else {
  process.exit(run(node, [cli].concat(process.argv.slice(2))));
}
