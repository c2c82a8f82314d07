/** Brings a demo that the build has drawn to life: controls, address, result. It holds no text and no mathematics. */
import { decode, encode, stateIn, withState } from './address.ts';
import { become } from './become.ts';
import type { Demo, Locale } from './demo.ts';
import { dragging } from './drag.ts';
import { picture, save } from './export.ts';
import { whenIdle } from './idle.ts';
import { type Data, type Given, type Slider, type Value, LARGEST_SEED, fromPlace, initial, read, snap, toPlace, written } from './parameter.ts'; // prettier-ignore
import { drawn } from './plot.ts';
import type { Statement } from './formula.ts';
import { csv, equation, show, tableRows } from './show.ts';
import type { Shown } from './show.ts';
import { trail } from './trail.ts';
import { work } from './work.ts';
import { words } from './words.ts';

/** Longer than between two changes of a slider that is dragged, so that only its end is read out. */
const QUIET = 400;
const PACE = 250;
const PATIENCE = 150;

export function bring(host: HTMLElement, demo: Demo): () => void {
  const { model } = demo;
  const { parameters, version } = model;
  const name = host.dataset.name!;
  const locale = host.dataset.locale as Locale;
  const say = words[locale];
  const one = <E extends Element>(selector: string): E => host.querySelector<E>(selector)!;
  // Found once: among all the formulas of a demo a search for each of its parts costs as much as drawing it.
  const controls = Object.entries(parameters).map(([key, p]) => ({
    key,
    p,
    control: one<HTMLElement>(`[data-control="${key}"]`),
    box: one<HTMLInputElement>(`[data-key="${key}"]`),
    slide: host.querySelector<HTMLInputElement>(`[data-slides="${key}"]`),
  }));
  const [panels, noted, numbers] = [one('.demo-panels'), one('.demo-note'), one<HTMLDetailsElement>('.demo-table')];
  const readouts = [...host.querySelectorAll<HTMLElement>('[data-readout]')];
  const boxOf = (key: string) => controls.find((c) => c.key === key)!.box;
  const nameOf = (key: string): string => one(`[data-control="${key}"] label`).textContent!;
  const reduced = matchMedia('(prefers-reduced-motion: reduce)');
  const ended = new AbortController();
  const formulas = [...host.querySelectorAll<HTMLElement>('[data-statement]')].map((box) => ({
    box,
    statement: JSON.parse(box.dataset.statement!) as Statement,
    holes: [...box.querySelectorAll<HTMLElement>('[data-number]')],
    said: box.querySelector('output')!,
  }));

  let values: Given = initial(parameters);
  const state = (): string => encode(version, parameters, values);
  const address = trail(name, state);
  let last: Shown | undefined;
  let frame = 0;
  let speaking = 0;
  let playing = 0;
  let stop = (): void => {};

  const note = (text: string): void => void (noted.textContent = text);

  function sync(): void {
    for (const { key, p, control, box, slide } of controls) {
      const value = values[key]!;
      const text = typeof value === 'object' ? value.join(' ') : String(value);
      if ((box !== document.activeElement || p.kind === 'choice') && box.value !== text) box.value = text;
      if (slide && p.kind === 'slider' && slide.getAttribute('aria-valuetext') !== text) {
        slide.value = String(p.log ? toPlace(p, value as number) : value);
        slide.setAttribute('aria-valuetext', text);
      }
      control.hidden = p.when ? !p.when(values) : false;
    }
  }

  function fill(result: unknown, of: Given): void {
    last = show(demo, result, of, locale);
    become(panels, drawn(last.panels));
    for (const readout of readouts) become(readout, last.readouts[readout.dataset.readout!]!);
    for (const { box, statement, holes, said } of formulas) {
      const filled = equation(statement, last.numbers, locale);
      box.hidden = !filled;
      if (!filled) continue;
      box.dataset.says = filled.says;
      for (const hole of holes) become(hole, filled.hole(hole.dataset.number!, 'signed' in hole.dataset));
      become(said, filled.said);
    }
    if (numbers.open) table();
    clearTimeout(speaking);
    speaking = window.setTimeout(() => become(one('.demo-said'), last!.said), QUIET);
    host.dataset.live = encode(version, parameters, of) || 'first';
  }

  const table = (): void => become(one('.demo-table table'), tableRows(known().table, locale));

  /** On the next frame, and where it takes longer than one, in a worker: the picture before stays until then. */
  function render(): void {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      stop();
      const of = values;
      if (!model.heavy?.(of)) return fill(model.compute(of), of);
      const busy = one<HTMLElement>('.demo-busy');
      const progress = one<HTMLProgressElement>('.demo-busy progress');
      progress.value = 0;
      // What is ready at once needs no bar.
      const shown = setTimeout(() => (busy.hidden = false), PATIENCE);
      stop = work(name, of, (share) => (progress.value = share), (result) => fill(result, of), () => {
        clearTimeout(shown);
        busy.hidden = true;
        stop = () => {};
      }); // prettier-ignore
    });
  }

  function go(next: Given): void {
    values = next;
    sync();
    render();
  }

  function set(next: Given): void {
    // before the values are others: what has not been written yet is a step of its own
    address.follow();
    go(next);
    note('');
  }

  const put = (key: string, value: Value): void => set({ ...values, [key]: value });

  /** The build has drawn what the demo is at first: it is computed when there is time, or something asks for it. */
  function begin(): void {
    if (stateIn(location.href, name) !== '') return restore();
    sync();
    host.dataset.live = 'first';
    whenIdle(known);
  }

  function known(): Shown {
    // what is on the screen until then, whatever has been asked for since
    const first = initial(parameters);
    if (!last && !ended.signal.aborted) fill(model.compute(first), first);
    return last!;
  }

  function restore(): void {
    const { values: found, refused, whole } = decode(version, parameters, stateIn(location.href, name));
    if (whole) note(say.unreadable);
    else if (refused.length > 0) note(say.refused(refused.map(nameOf)));
    address.drop();
    pause();
    go(found);
  }

  /** What was typed, if it is a value; else a note, and what was there before stays. */
  function typed(key: string, end: boolean): void {
    const box = boxOf(key);
    const p = parameters[key]!;
    const text = p.kind === 'data' ? box.value.trim().replace(/[\s,;，、]+/g, '*') : box.value;
    const value = read(p, text);
    if (value !== undefined) {
      note('');
      box.removeAttribute('aria-invalid');
      if (written(value) !== written(values[key]!)) put(key, value);
    } else if (end) {
      note(say.outOfRange(nameOf(key), written(values[key]!)));
      box.value = typeof values[key] === 'object' ? values[key].join(' ') : String(values[key]);
    } else box.setAttribute('aria-invalid', 'true');
    if (end) box.removeAttribute('aria-invalid');
  }

  function pause(): void {
    clearInterval(playing);
    playing = 0;
    for (const b of host.querySelectorAll('[data-act="play"]')) b.setAttribute('aria-pressed', 'false');
  }

  function play(button: HTMLElement, key: string): void {
    const { min, max, step } = parameters[key] as Slider;
    const forth = (): void => {
      const at = values[key] as number;
      if (at >= max) return pause();
      put(key, Math.min(at + step, max));
    };
    if (playing) return pause();
    if ((values[key] as number) >= max) put(key, min);
    // One step for one press, where the reader has asked for no motion.
    if (reduced.matches) return forth();
    button.setAttribute('aria-pressed', 'true');
    playing = window.setInterval(forth, PACE);
  }

  function add(key: string, x: number): boolean {
    const p = parameters[key] as Data;
    const list = values[key] as readonly number[];
    if (list.length >= p.most) note(say.full(p.most));
    else put(key, [...list, snap(p, x)]);
    return list.length < p.most;
  }

  function drop(key: string, item: number): boolean {
    const list = values[key] as readonly number[];
    if (list.length === 1) note(say.last);
    else
      put(
        key,
        list.filter((_, i) => i !== item),
      );
    return list.length > 1;
  }

  const acts: Record<string, (button: HTMLElement, key: string) => void> = {
    play,
    stop: () => {
      stop();
      note(say.stopped);
    },
    seed: (_, key) => put(key, ((values[key] as number) % LARGEST_SEED) + 1),
    add: (_, key) => {
      const list = values[key] as readonly number[];
      add(key, list.reduce((a, b) => a + b, 0) / list.length);
    },
    drop: (_, key) => drop(key, (values[key] as readonly number[]).length - 1),
    reset: () => {
      pause();
      address.step();
      set(initial(parameters));
    },
    bounds: (button) => button.setAttribute('aria-pressed', String(host.classList.toggle('bounds'))),
    link: () => {
      const link = `${withState(location.href, name, state()).split('#')[0]}#${host.id}`;
      navigator.clipboard.writeText(link).then(() => note(say.copied), () => note(say.notCopied(link))); // prettier-ignore
    },
    svg: () => save(`${name}.svg`, 'image/svg+xml', picture(host)),
    csv: () => save(`${name}.csv`, 'text/csv', csv(known().table, locale)),
  };

  const listen = { signal: ended.signal };
  host.addEventListener('input', ({ target }) => {
    const { slides, key } = (target as HTMLElement).dataset;
    const slider = slides ? (parameters[slides] as Slider) : null;
    if (!slider) return key ? typed(key, false) : undefined;
    const x = Number((target as HTMLInputElement).value);
    pause();
    put(slides!, slider.log ? fromPlace(slider, x) : snap(slider, x));
  }, listen); // prettier-ignore
  host.addEventListener('change', ({ target }) => {
    const { key } = (target as HTMLElement).dataset;
    if (key) typed(key, true);
  }, listen); // prettier-ignore
  host.addEventListener('keydown', (event) => {
    const { key } = (event.target as HTMLElement).dataset;
    const p = key ? parameters[key] : undefined;
    const page = { PageUp: 10, PageDown: -10 }[event.key];
    if (!page || p?.kind !== 'slider') return;
    event.preventDefault();
    boxOf(key!).value = String(snap(p, (values[key!] as number) + page * p.step));
    typed(key!, false);
  }, listen); // prettier-ignore
  host.addEventListener('click', (event) => {
    const { target } = event;
    const button = (target as HTMLElement).closest<HTMLElement>('[data-act]');
    const link = (target as HTMLElement).closest<HTMLElement>('[data-try]');
    // another tab or window opens the address as that of any link
    if (link && !(event.metaKey || event.ctrlKey || event.shiftKey)) {
      event.preventDefault();
      pause();
      address.step();
      set(decode(version, parameters, link.dataset.try!).values);
    }
    if (button) acts[button.dataset.act!]!(button, button.dataset.of ?? '');
  }, listen); // prettier-ignore
  one('form').addEventListener('submit', (event) => event.preventDefault(), listen);
  numbers.addEventListener('toggle', table, listen);
  window.addEventListener('popstate', restore, listen);
  dragging(host, parameters, { values: () => values, set, add, drop }, ended.signal);
  begin();

  return () => {
    ended.abort();
    stop();
    pause();
    address.write();
    clearTimeout(speaking);
    cancelAnimationFrame(frame);
  };
}
