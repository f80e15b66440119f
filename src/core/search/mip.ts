import loadHighs, {type Highs, type Model} from 'highs';
import type {Runner} from './answer.ts';

/** The mixed-integer solver HiGHS, ready to be called: loading it is the one thing here that has to be waited for. */
export type Solver = Highs;

let loaded: Promise<Solver> | null = null;

/** Loads HiGHS once. Everything after that computes at once, so that searches stay plain generators. */
export function loadSolver(): Promise<Solver> {
  // The package’s types describe its CommonJS face; as a module its default export is the loader itself.
  loaded ??= (loadHighs as unknown as () => Promise<Solver>)();
  return loaded;
}

/** Yes-or-no columns and linear rows, gathered and then solved. What is made small is the sum of the columns’ costs. */
export class MipModel {
  private readonly costs: number[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly whole: number[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly starts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];

  get columns(): number {
    return this.costs.length;
  }

  get entries(): number {
    return this.indices.length;
  }

  column(cost: number, lower: number, upper: number, whole: boolean): number {
    this.costs.push(cost);
    this.lower.push(lower);
    this.upper.push(upper);
    this.whole.push(whole ? 1 : 0);
    return this.costs.length - 1;
  }

  addCost(column: number, cost: number): void {
    this.costs[column]! += cost;
  }

  /** Adds one entry to the row being written; `endRow` closes it. A column may appear once in a row. */
  entry(column: number, value: number): void {
    this.indices.push(column);
    this.values.push(value);
  }

  endRow(lower: number, upper: number): void {
    this.starts.push(this.indices.length);
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
  }

  /** The model as CPLEX LP text, for another solver to be measured beside. */
  lpText(): string {
    const term = (value: number, column: number) => `${value < 0 ? '-' : '+'} ${Math.abs(value)} x${column}`;
    const wrapped = (terms: string[]) =>
      Array.from({length: Math.ceil(terms.length / 20)}, (_, line) =>
        terms.slice(20 * line, 20 * line + 20).join(' '),
      ).join('\n ');
    const all = Array.from(this.costs.keys());
    const lines = [
      'Minimize',
      ` cost: ${wrapped(all.map((column) => term(this.costs[column]!, column)))}`,
      'Subject To',
    ];
    this.rowLower.forEach((lower, row) => {
      const terms: string[] = [];
      for (let k = this.starts[row]!; k < this.starts[row + 1]!; k++)
        terms.push(term(this.values[k]!, this.indices[k]!));
      const upper = this.rowUpper[row]!;
      if (lower === upper) lines.push(` ${wrapped(terms)} = ${lower}`);
      else {
        if (lower > -Infinity) lines.push(` ${wrapped(terms)} >= ${lower}`);
        if (upper < Infinity) lines.push(` ${wrapped(terms)} <= ${upper}`);
      }
    });
    lines.push('Bounds', ...all.map((column) => ` ${this.lower[column]} <= x${column} <= ${this.upper[column]}`));
    lines.push('Generals', ...all.filter((column) => this.whole[column]).map((column) => ` x${column}`), 'End');
    return lines.join('\n');
  }

  /** Solves to the end, or until the runner has had enough. The arrays are copied into the solver’s own memory. */
  solve(solver: Solver, runner: Runner, start?: readonly number[]): MipAnswer {
    if (this.columns === 0) return {state: 'solved', values: new Float64Array(0), bound: 0};
    const model = this.loadedInto(solver);
    try {
      if (start) model.setSolution({indices: [...start], values: start.map(() => 1)});
      return run(solver, model, runner);
    } finally {
      model.dispose();
    }
  }

  /** Columns, and what one more unit of each row’s bound would cost; only where no column need be whole. `null` if not solved to the end. */
  solveLinear(solver: Solver, runner: Runner): {values: Float64Array; rowPrices: Float64Array} | null {
    if (this.whole.includes(1)) throw new RangeError('Rows have prices only where no column need be whole.');
    const model = this.loadedInto(solver);
    try {
      if (run(solver, model, runner).state !== 'solved') return null;
      const {colValue, rowDual} = model.getSolution();
      return {values: colValue, rowPrices: rowDual};
    } finally {
      model.dispose();
    }
  }

  private loadedInto(solver: Solver): Model {
    const model = solver.createModel({
      numCols: this.costs.length,
      numRows: this.rowLower.length,
      colCost: this.costs,
      colLower: this.lower,
      colUpper: this.upper,
      rowLower: this.rowLower,
      rowUpper: this.rowUpper,
      integrality: this.whole as (0 | 1)[],
      matrix: {
        format: 'csr',
        numRows: this.rowLower.length,
        numCols: this.costs.length,
        starts: Int32Array.from(this.starts),
        indices: Int32Array.from(this.indices),
        values: Float64Array.from(this.values),
      },
    });
    model.options.set({output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-9, random_seed: 0});
    return model;
  }
}

/** What became of a model. `bound` is below every answer; without an answer yet, `values` is `null`. */
export type MipAnswer =
  | {state: 'solved'; values: Float64Array; bound: number}
  | {state: 'stopped'; values: Float64Array | null; bound: number}
  | {state: 'infeasible'};

function run(solver: Solver, model: Model, runner: Runner): MipAnswer {
  const {callbackType, modelStatus} = solver.constants;
  const stop = (event: {interrupt: () => void}): undefined => {
    if (runner.enough()) event.interrupt();
  };
  model.run({[callbackType.mipInterrupt]: stop, [callbackType.simplexInterrupt]: stop});
  const status = model.getModelStatus();
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return {state: 'infeasible'};
  const bound = Number(model.info.get('mip_dual_bound'));
  if (status === modelStatus.optimal) return {state: 'solved', values: model.getSolution().colValue, bound};
  const has = Number(model.info.get('primal_solution_status')) === 2;
  return {state: 'stopped', values: has ? model.getSolution().colValue : null, bound};
}
