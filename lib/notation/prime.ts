/** `f'(a)`, `f''(a)`, `f^{(n)}(a)`: the function of its argument alone, differentiated at the argument's value. */
import { differentiate, variablesOf } from '../meaning/differentiate.ts';
import { Refusal } from '../meaning/refusal.ts';
import type { Code, Env, Scope } from '../meaning/scope.ts';
import type { FunctionValue } from '../meaning/value.ts';
import { tree, type Tree } from '../tex/tree.ts';
import type { Notation } from './notation.ts';

/** The name of the argument while it is moved. */
const PLACE = '\\diamond';

function compile(t: Tree, scope: Scope): Code {
  const [call, times] = t.args as [Tree, Tree?];
  const orderOf = times ? orderIn(times, scope) : () => t.text.length;
  const { print } = scope.shared;
  const list = call.op === 'call' ? call.args[1]! : call;
  if (call.args.length > 2 || list.args.length !== 1)
    throw new Refusal(`“${print(t)}” does not say by which argument it is differentiated: write \\frac{\\partial}{\\partial x}`, t.span); // prettier-ignore
  const place = tree('symbol', [], PLACE, list.args[0]!.span);
  const argument = scope.number(list.args[0]!);
  const body = call.op === 'call' ? { ...call, args: [call.args[0]!, { ...list, args: [place] }] } : { ...call, args: [place] }; // prettier-ignore
  const slot = scope.slot();
  const inner = scope.bind(PLACE, slot);
  scope.shared.evidence.add('derivative');
  const head = call.op === 'call' ? scope.declarations.get(call.args[0]!.text) : undefined;
  const code = inner.compile(body);
  const all = variablesOf(place, inner);
  return (env) => {
    const f = head?.role === 'function' ? (env[head.slot] as FunctionValue) : null;
    if (f && !f.of)
      throw new Refusal(`“${head!.name}” is a function on a finite list, which has no derivative`, t.span);
    let slope = f?.slope;
    for (let order = orderOf(env); slope; slope = slope().slope) if (--order === 0) return slope().of(argument(env));
    env[slot] = argument(env);
    return differentiate(code, all(env)[0]!, orderOf(env), env, body);
  };
}

/** Of `f^{(n)}`: how often in this world. */
function orderIn(times: Tree, scope: Scope): (env: Env) => number {
  const value = scope.number(times);
  return (env) => {
    const { value: n, error } = value(env);
    if (error === 0 && Number.isInteger(n) && n >= 1 && n <= MOST) return n;
    throw new Refusal(`the order “${scope.shared.print(times)}” of a derivative should be a whole number from 1 to ${MOST}, got ${n}`, times.span);
  };
} // prettier-ignore

/** Derivatives of higher order are too uncertain. */
const MOST = 4;

export const primes: Notation = {
  name: { en: 'primes', zh: '撇号' },
  meaning: {
    en: 'The derivative of a function of one variable, once for each prime, or as often as a bracketed exponent says, at the argument that follows.',
    zh: '一元函数的导数在其后自变量处的值，有几撇（或括号内的指数为几）就求几次导。',
  },
  ops: {
    prime: {
      binds: 95,
      print: (t, print) => {
        const [inner, times] = t.args as [Tree, Tree?];
        if (times) {
          const [function_, ...at] = inner.args as [Tree, ...Tree[]];
          return `${print(function_)}^{(${print(times)})}(${at.map((group) => print(group)).join('')})`;
        }
        if (inner.op !== 'call') return print({ ...inner, text: `${inner.text}${t.text}` });
        const [head, ...groups] = inner.args as [Tree, ...Tree[]];
        const [base, ...below] = head.op === 'index' ? head.args : [head];
        const primed = { ...base!, text: `${base!.text}${t.text}` };
        return print({
          ...inner,
          args: [below.length > 0 ? { ...head, args: [primed, ...below] } : primed, ...groups],
        });
      },
      compile,
    },
  },
  examples: [{ tex: "f''(a + b)", tree: '(prime "\'\'" (call f (list (add a b))))' }],
};
