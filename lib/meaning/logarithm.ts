/** The logarithm of what code gives: of its parts, where the whole would overflow or underflow. */
import { exact, log, type Bounded } from '../number/bounded.ts';
import type { Code, Env } from './scope.ts';
import { isNumber } from './value.ts';

const NONE = exact(NaN);

/** No value where it is no number above 0: the caller then looks at the whole. */
export function logOf(code: Code): (env: Env) => Bounded {
  if (code.log) return code.log;
  return (env) => {
    const v = code(env);
    return isNumber(v) ? log(v) : NONE;
  };
}
