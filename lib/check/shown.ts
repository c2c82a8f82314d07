/** A world as the reader sees it: the names on which a relation depends in it, and no other. */
import type { Declaration, Env } from '../meaning/scope.ts';
import { show } from '../meaning/value.ts';
import type { Generator } from '../meaning/world.ts';
import type { Context } from './context.ts';

/**
 * `read`: the slots that were read while the relation was looked at. A name of which nothing was read could be anything. Of a
 * random variable its law is shown, alone or with others, or its value where only that was asked for.
 */
export function shown(
  world: Env,
  read: ReadonlySet<number>,
  generators: readonly Generator[],
  context: Context,
): Record<string, string> {
  const of = ({ name }: Generator): Declaration => context.declarations.get(name)!;
  const isTogether = ({ joint }: Declaration): boolean => joint !== undefined && !joint.whole && read.has(joint.slot);
  // variables that have a law together which was given a name: it is shown by that
  const together = new Set(generators.filter((g) => isTogether(of(g))).flatMap(({ needs }) => needs));
  const said = generators.flatMap((g): [string, string][] => {
    const declared = of(g);
    const isNamed = together.has(g.name) && declared.role.startsWith('joint');
    const slot = [declared.joint?.whole ? declared.joint.slot : undefined, declared.lawSlot, declared.slot].find(
      (place) => place !== undefined && (isNamed || read.has(place)),
    );
    return slot === undefined ? [] : [[g.name.replace('_\\cdot', ''), show(world[slot]!)]];
  });
  return Object.fromEntries(said);
}
