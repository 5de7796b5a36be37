import { Command } from 'commander';
import { join } from 'node:path';
import { RungError } from '../../../shared/contract/errors.ts';
import { openCore } from '../../core/open-core.ts';
import { openAddress } from '../../files/open-address.ts';
import { tendJournal } from '../../hosts/tend-journal.ts';
import { printJson, printText } from '../output.ts';
import { findJournal, type GlobalOptions } from '../with-journal.ts';

interface ServeOptions extends GlobalOptions {
  port?: string;
  open?: boolean;
}

/** `rung serve`: the app in a browser on this machine, until it is stopped. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('open the app in the browser, on 127.0.0.1 only')
    .option('--port <n>', 'the port (default: any free one)')
    .option('--open', 'open it in the default browser')
    .addHelpText(
      'after',
      '\nExample:\n  rung serve --open\n\nThe address works once, for the browser that opens it first. Ctrl+C stops it.',
    )
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ServeOptions>();
      const core = openCore({ ...findJournal(options), viewsOnly: options.readOnly ?? false });
      const rendererFolder = join(import.meta.dirname, '..', 'renderer');
      // Loaded here, so that no other command waits for an HTTP server.
      const { startLoopbackServer } = await import('../../hosts/loopback-server.ts');
      const server = await startLoopbackServer({ serve: core.serve, rendererFolder, ...readPort(options) });
      if (options.json) printJson({ url: server.url });
      else printText(`Rung is open at ${server.url}\nThe address works once, in one browser. Ctrl+C stops it.`);
      tendJournal(core);
      if (options.open) openAddress(server.url);
      await stopSignal();
      await server.close();
      core.close();
    });
}

function readPort({ port }: ServeOptions): { port?: number } {
  if (port === undefined) return {};
  if (/^\d{1,5}$/.test(port) && Number(port) <= 65_535) return { port: Number(port) };
  throw new RungError('invalid', `--port "${port}" is not a port number from 0 to 65535`);
}

function stopSignal(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop());
  });
}
