import {type ParseArgsConfig, parseArgs} from 'node:util';
import {PlanError} from '../../domain/errors.ts';

/** What may follow a command: `--name TEXT`, `--json` by itself, or `--sites ONE TWO …` up to the next setting. */
export type Settings = Readonly<Record<string, 'text' | 'flag' | 'list'>>;

/** A command's words, sorted out: what stands alone, and what follows a `--name`. */
export class Words {
  readonly #command: string;
  readonly #alone: string[];
  readonly #named: Record<string, unknown>;

  constructor(command: string, alone: string[], named: Record<string, unknown>) {
    this.#command = command;
    this.#alone = alone;
    this.#named = named;
  }

  alone(): readonly string[] {
    return this.#alone;
  }

  flag(name: string): boolean {
    return this.#named[name] === true;
  }

  text(name: string): string | undefined {
    const value = this.#named[name];
    return typeof value === 'string' ? value : undefined;
  }

  list(name: string): string[] | undefined {
    const value = this.#named[name];
    return Array.isArray(value) ? (value as string[]) : undefined;
  }

  needed(name: string): string {
    return (
      this.text(name) ?? refuse(`closer ${this.#command} needs --${name}. See “closer ${this.#command} --help”.`, name)
    );
  }

  number(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const number = Number(value);
    if (value.trim() === '' || !Number.isFinite(number)) refuse(`--${name} must be a number; it is “${value}”.`, name);
    return number;
  }

  neededNumber(name: string): number {
    this.needed(name);
    return this.number(name)!;
  }

  choice<const T extends string>(name: string, ...choices: T[]): T {
    const value = this.needed(name);
    const choice = choices.find((each) => each === value);
    return choice ?? refuse(`--${name} is “${value}”; it must be one of: ${choices.join(', ')}.`, name);
  }
}

/** Sorts a command's words out, or says which of them is not understood. */
export function wordsOf(command: string, settings: Settings, given: string[]): Words {
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const [name, kind] of Object.entries(settings)) options[name] = {type: kind === 'flag' ? 'boolean' : 'string'};
  const {tokens} = parseArgs({args: given, options, strict: false, tokens: true, allowPositionals: true});
  const alone: string[] = [];
  const named: Record<string, unknown> = {};
  let into: string[] | null = null;
  for (const token of tokens) {
    // Words that follow a list belong to it, once what stands alone has been said.
    if (token.kind === 'positional') (into && alone.length > 0 ? into : alone).push(token.value);
    if (token.kind !== 'option') continue;
    into = null;
    const kind = Object.hasOwn(settings, token.name) ? settings[token.name] : undefined;
    if (kind === undefined)
      refuse(`closer ${command} has no “${token.rawName}”. See “closer ${command} --help”.`, token.name);
    if (kind === 'list') {
      if (token.value === undefined) refuse(`${token.rawName} needs a value after it.`, token.name);
      into = (named[token.name] as string[] | undefined) ?? [];
      into.push(token.value);
      named[token.name] = into;
      continue;
    }
    if (named[token.name] !== undefined) refuse(`${token.rawName} is given twice. Give it once.`, token.name);
    if (kind === 'flag' && token.value !== undefined) refuse(`${token.rawName} takes no value.`, token.name);
    if (kind === 'text' && token.value === undefined) refuse(`${token.rawName} needs a value after it.`, token.name);
    named[token.name] = kind === 'flag' ? true : token.value;
  }
  return new Words(command, alone, named);
}

export function refuse(sentence: string, at?: string): never {
  throw new PlanError('invalid', sentence, at);
}
