/** The checker of a page: reads each equation under its givens and says of each relation what worlds say. */
import { Refusal } from '../meaning/refusal.ts';
import { Scope } from '../meaning/scope.ts';
import type { Definition } from '../meaning/define.ts';
import { print } from '../notation/index.ts';
import { functionalHeads } from '../notation/functional.ts';
import { relationSigns } from '../notation/relation.ts';
import { read, type Reading } from '../notation/statement.ts';
import { seedOf } from '../number/stream.ts';
import { lex } from '../tex/lexer.ts';
import { sameTree, sexpr, type Tree } from '../tex/tree.ts';
import { attack } from './attack.ts';
import { claimsOf, type Claim } from './claim.ts';
import { define, definedHead, headName, makeContext, type Context } from './context.ts';
import type { EquationRecord, EquationSource, Given, Outcome, Problem, RelationRecord } from './record.ts';
import { runnable, type Runnable, type Sides } from './relation.ts';
import { takenIn } from './taken-in.ts';
import { judge } from './verdict.ts';

export interface CheckerOptions {
  readonly page: string;
  readonly worlds: number;
  readonly seed: number;
  /** Whether the mutants of every relation that holds are tried too. */
  readonly mutants?: boolean;
  /**
   * What was found before of the very same statement under the same givens, worlds, seed and library (see cache.ts).
   * After `later` no world is looked at: what would have been run is said to be undecided (see ahead.ts).
   */
  readonly found?: (statement: string) => readonly RelationRecord[] | 'later' | undefined;
}

export interface Checker {
  problems(givens: readonly Given[]): Problem[];
  check(source: EquationSource): EquationRecord;
}

export function hasRelation(tex: string): boolean {
  try {
    const signs = new Set([...relationSigns, '\\iff', '\\implies', '\\overset']);
    return lex(tex).tokens.some((t) => (t.kind === 'text' ? /if and only if/.test(t.text) : signs.has(t.text)));
  } catch {
    return /=|<|>|\\(le|ge|ne|leq|geq|neq|approx|sim|in)\b/.test(tex);
  }
}

const nothing = { worlds: 0, residual: null, bound: null, counterexample: null, values: null } as const;
const unread = (reason: string): Outcome => ({ ...nothing, verdict: 'unread', evidence: 'none', reason });
/** A verdict that does not pass, so that it could not be taken for one if it were ever kept. */
const LATER: Outcome = { ...nothing, verdict: 'undecided', evidence: 'none', reason: 'its worlds were not looked at' };
const defines: Outcome = { ...nothing, verdict: 'defines', evidence: 'definition', reason: null };

interface Made extends Definition {
  readonly path: string;
  readonly line: number;
}

type Attacked = Outcome & Pick<RelationRecord, 'mutants'>;

/** All that claims say: places and reasons are no part of it. */
const contentOf = (claims: readonly Claim[]): string =>
  JSON.stringify(claims, (key, value: unknown) =>
    ['span', 'note'].includes(key) || (value as Tree | null)?.op === 'reason' ? undefined : value,
  );

/** What a record says beside places and names. */
function outcomeOf(record: RelationRecord): Attacked {
  const { line: _l, column: _c, relation: _r, left: _a, right: _b, span: _s, because: _y, label: _n, offset: _o, ...outcome } = record; // prettier-ignore
  return outcome;
}

class PageChecker implements Checker {
  private readonly options: CheckerOptions;
  /** Definitions made by equations of the page, in order; they hold from there on. */
  private readonly made: Made[] = [];
  private readonly contexts = new Map<string, Context>();

  constructor(options: CheckerOptions) {
    this.options = options;
  }

  problems(givens: readonly Given[]): Problem[] {
    return makeContext(givens).problems.filter((p) => givens.some((g) => g.place === p.place));
  }

  check(source: EquationSource): EquationRecord {
    const context = this.contextOf(source.givens);
    const head = definedHead(source.tex, context.words);
    const calls = this.standing(context).flatMap(({ pattern }) => (pattern.op === 'call' ? [headName(pattern)] : []));
    const defined = new Set(head ? [...calls, head] : calls);
    const callable = (name: string): boolean => defined.has(name) || context.names.callable(name);
    const reading = read(source.tex, { ...context.names, callable }, context.words);
    const label = reading.labels[0]?.name ?? null;
    const known = (t: Tree) => [...context.definitions, ...this.standing(context)].some((d) => sameTree(d.pattern, t)) || context.declarations.has(print(t)); // prettier-ignore
    const claims = claimsOf(reading, known);
    // neither the folder of a page, which names its language, nor the words in a formula are in it
    const name = this.options.page.replace(/^.*\//, '');
    const seed = seedOf(`${name}|${label ?? source.tex.replace(/\\text\{[^{}]*\}/g, '')}`, this.options.seed);
    return {
      label,
      display: source.display,
      line: source.place.line,
      column: source.place.column,
      tex: source.tex,
      relations: this.relations(source, reading, claims, context, seed),
      seed,
      labels: reading.labels,
      references: reading.references,
    };
  }

  /** The definitions of the page so far, without those whose name a given further down says anew. */
  private standing(context: Context): Made[] {
    return this.made.filter(({ pattern, path, line }) => {
      const given = context.givenAt.get(headName(pattern));
      return !given || given.path !== path || given.line < line;
    });
  }

  private contextOf(givens: readonly Given[]): Context {
    const key = givens.map((g) => `${g.place.path}:${g.place.line}:${g.text}`).join('\n');
    let context = this.contexts.get(key);
    if (!context) this.contexts.set(key, (context = makeContext(givens)));
    return context;
  }

  private relations(
    source: EquationSource,
    reading: Reading,
    claims: readonly Claim[],
    context: Context,
    seed: number,
  ): RelationRecord[] {
    const error = reading.errors[0];
    if (!claims.length && error && hasRelation(source.tex)) {
      const { line, column } = source.locate(error.span.start);
      const reason = error.hint ? `${error.message}; ${error.hint}` : error.message;
      const sign = /:=|\\(?:leq?|geq?|neq?|approx|sim|iff)\b|[=<>]/.exec(source.tex)?.[0] ?? '=';
      const record = {
        line,
        column,
        relation: sign,
        left: source.tex,
        right: '',
        because: null,
        label: null,
        offset: error.span.start,
      };
      return [{ ...record, span: error.span, ...unread(reason) }];
    }
    const own = context.definitions.length;
    const later = this.standing(context).filter(
      (d) => !context.definitions.some((c) => sameTree(c.pattern, d.pattern)),
    );
    context.definitions.push(...later.filter((d) => !context.declarations.has(print(d.pattern)))); // prettier-ignore
    try {
      const sides: Sides = new Map();
      const statement = JSON.stringify([
        source.givens.map(({ text }) => text),
        context.definitions.slice(own).map(({ pattern, body }) => [sexpr(pattern), sexpr(body)]),
        contentOf(claims),
      ]);
      const known = this.options.found?.(`${seed} ${statement}`);
      const prepared = claims.map((claim) => this.prepare(claim, source, context, known ? null : sides));
      const found =
        known === 'later'
          ? (prepared as Outcome[])
          : (known?.map(outcomeOf) ?? this.judged(claims, prepared, context, seed));
      return claims.map((claim, i) => this.record(claim, withPlaces(found[i]!, claim, context), source));
    } finally {
      context.definitions.length = own;
    }
  }

  /** What the worlds say of each claim, and of its mutants. */
  private judged(
    claims: readonly Claim[],
    prepared: readonly (Runnable | Outcome)[],
    context: Context,
    seed: number,
  ): Attacked[] {
    const { worlds, mutants } = this.options;
    const runs = prepared.filter((p): p is Runnable => 'run' in p);
    const judged = judge(runs, context, worlds, seed);
    const outcomes = prepared.map((p): Outcome => ('run' in p ? judged[runs.indexOf(p)]! : p));
    const held = claims.filter((_, i) => outcomes[i]!.verdict === 'holds');
    return outcomes.map((outcome, i) => {
      if (!mutants || outcome.verdict !== 'holds') return outcome;
      return { ...outcome, mutants: attack(claims[i]!, held, context, worlds, seed) };
    });
  }

  /** A definition, something to run, or why neither; without `sides` nothing is to be run. */
  private prepare(claim: Claim, source: EquationSource, context: Context, sides: Sides | null): Runnable | Outcome {
    try {
      if (this.isDefinition(claim, context)) {
        const { line } = source.locate(claim.left.span.start);
        const { path } = source.place;
        const definition = { pattern: claim.left, body: claim.right, where: `${path}:${line}`, path, line };
        withArguments(claim.left, context, () => runnable({ ...claim, left: claim.right }, context));
        this.made.push(definition);
        define(definition, context);
        return defines;
      }
      return sides ? runnable(claim, context, sides) : LATER;
    } catch (error) {
      if (error instanceof Refusal) return unread(error.message);
      throw error;
    }
  }

  private isDefinition(claim: Claim, context: Context): boolean {
    const { left, sign } = claim;
    const name = print(left);
    const has = context.definitions.some((d) => print(d.pattern) === name);
    const head = left.op === 'call' ? left.args[0]!.text : '';
    // what has a notation of its own has a meaning, which a page may state but not set
    if (!['symbol', 'word', 'index', 'call'].includes(left.op)) return false;
    if (has || functionalHeads.has(head) || context.declarations.has(name)) return false;
    return sign.text === ':=' || (sign.text === '=' && context.defined.has(name));
  }

  private record(claim: Claim, outcome: Attacked, source: EquationSource): RelationRecord {
    // what cannot be read is pointed at itself, all else at its sign
    const offset = (claim.right.op === 'error' ? claim.right : claim.sign).span.start;
    const { line, column } = source.locate(offset);
    const above = claim.sign.args[0]?.text ?? null;
    return {
      line,
      column,
      relation: claim.sign.text === '\\xrightarrow' ? `\\xrightarrow{${above ?? ''}}` : claim.sign.text,
      left: side(claim.left, source),
      right: side(claim.right, source),
      span: { start: claim.left.span.start, end: claim.right.span.end },
      because: claim.note?.because ?? above,
      label: claim.note?.label ?? null,
      ...(claim.note?.lean.length ? { lean: claim.note.lean } : {}),
      offset,
      ...outcome,
    };
  }
}

/** Runs `f` with the arguments of a function's definition known, as in f(x) := x^2. */
function withArguments(pattern: Claim['left'], context: Context, f: () => void): void {
  const formal = pattern.op === 'call' ? pattern.args.slice(1).flatMap((group) => group.args) : [];
  const free = formal.filter((t) => t.op === 'symbol' && !context.declarations.has(t.text)).map((t) => t.text);
  for (const name of free)
    context.declarations.set(name, { name, role: 'value', slot: context.shared.slots++, arguments: [] });
  try {
    f();
  } finally {
    for (const name of free) context.declarations.delete(name);
  }
}

const side = (t: Claim['left'], source: EquationSource): string =>
  t.op === 'error' ? source.tex.slice(t.span.start, t.span.end) : print(t);

/** A refutation of what was defined elsewhere names both places. */
function withPlaces(outcome: Attacked, claim: Claim, context: Context): Attacked {
  if (outcome.verdict !== 'refuted') return outcome;
  const scope = new Scope(context.shared, context.declarations, context.definitions);
  const found = [claim.left, claim.right].flatMap((t) => {
    const expanded = scope.expand(t);
    return expanded ? [`“${print(t)}” was defined at ${expanded.definition.where} as “${print(expanded.body)}”`] : [];
  });
  const taken = takenIn(claim.left) ?? takenIn(claim.right);
  const reason = outcome.reason ?? (found.join('; ') || meaning(claim, outcome));
  return { ...outcome, reason: taken === null ? reason : `${reason}; ${taken}` };
}

function meaning(claim: Claim, { values }: Outcome): string {
  if (claim.sign.text === '\\ne') return 'the two sides are equal in this world: “not in general equal” needs \\exists';
  if (['\\iff', '\\implies'].includes(claim.sign.text))
    return 'one statement is true in this world and the other is not';
  if (['\\in', '\\notin'].includes(claim.sign.text)) return MEMBER[claim.sign.text]!;
  if (claim.sign.text === '\\propto') return 'the ratio of the two sides is not the same everywhere in this world';
  if (!['<', '>', '\\le', '\\ge'].includes(claim.sign.text)) return DIFFER;
  if (values && values.left === values.right)
    return 'the two sides are equal in this world, and a strict sign is written';
  return 'the sides stand the other way round in this world, by more than their rounding';
}
const MEMBER: Readonly<Record<string, string>> = {
  '\\in': 'the left side is no member of the set in this world',
  '\\notin': 'the left side is a member of the set in this world',
};
const DIFFER = 'the sides differ by more than their rounding in this world';

export function createChecker(options: CheckerOptions): Checker {
  return new PageChecker(options);
}
