import type {Command} from './commands.ts';

/** What `closer --help` prints. */
export function helpOfAll(commands: Readonly<Record<string, Command>>): string {
  const lines = Object.entries(commands).map(([name, {usage}]) => `  closer ${name} ${usage}`);
  return [
    'Closer: which buildings should hold which services, so that people who are worst served travel least.',
    '',
    ...lines,
    '',
    '“closer COMMAND --help” says more of each. Results go to standard output, everything else to standard error.',
    'Ends with 0 when done, 2 when the input or the question was refused, 130 when stopped, 1 for a fault of Closer’s own.',
  ].join('\n');
}

/** What `closer COMMAND --help` prints. */
export function helpOf(name: string, {usage, about, details}: Command): string {
  return [`closer ${name} ${usage}`, '', about, ...details.map((line) => `  ${line}`)].join('\n');
}
