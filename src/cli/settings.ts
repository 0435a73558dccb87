import { resolve } from 'node:path';
import { readConfig, type Config } from '#config.ts';
import { textOption, type Invocation } from '#cli/command.ts';

/** The settings of a command: the environment, and over it the command line's `--data`, `--port`, `--host`. */
export function settings(invocation: Invocation): Config {
  const [port, host] = [textOption(invocation, 'port'), textOption(invocation, 'host')];
  const data = textOption(invocation, 'data') ?? 'data';
  const fromEnvironment = process.env['LANTERNE_DATA'];
  return readConfig(process.env, {
    dataFolder: resolve(data === 'data' && fromEnvironment !== undefined ? fromEnvironment : data),
    ...(port === undefined ? {} : { port }),
    ...(host === undefined ? {} : { host }),
  });
}
