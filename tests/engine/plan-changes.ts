import type {Change} from '../../src/domain/change.ts';
import {type ErrorValue, PlanError} from '../../src/domain/errors.ts';
import {applied, type Plan} from '../../src/domain/plan.ts';
import {api} from '../../src/engine/api.ts';
import {checked, type Fields} from '../../src/engine/fields.ts';
import type {ChangeCall} from '../../src/engine/kinds.ts';

/** The change that a call makes of a plan: its input checked, its body run, nothing else. */
export function changeOf(plan: Plan, name: keyof typeof api, input: object): Change {
  const call = api[name] as unknown as ChangeCall<Fields>;
  if (call.kind !== 'change') throw new Error(`${name} is not a change.`);
  return call.run(plan, checked(call.fields, input));
}

/** The plan after the call. */
export function changed(plan: Plan, name: keyof typeof api, input: object): Plan {
  return applied(plan, changeOf(plan, name, input));
}

/** The error of a call that has to be refused. */
export function refusalOf(plan: Plan, name: keyof typeof api, input: object): ErrorValue {
  try {
    const change = changeOf(plan, name, input);
    throw new Error(`${name} was not refused: ${JSON.stringify(change)}`);
  } catch (error) {
    if (error instanceof PlanError) return error.value();
    throw error;
  }
}
