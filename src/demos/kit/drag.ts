/**
 * Points of a picture that pointer and keyboard move: a handle `mu,sigma` sets two parameters, `data.3` one item of a list. An
 * item is added by a press on the empty ground or by Enter on another one, and removed by Delete or by being dragged out.
 */
import { type Given, type Parameters, snap } from './parameter.ts';

export interface Hold {
  readonly values: () => Given;
  readonly set: (next: Given) => void;
  /** Puts one more number at the end of a list; false where it is full. */
  readonly add: (list: string, x: number) => boolean;
  /** Takes one out; false where it is the last. */
  readonly drop: (list: string, item: number) => boolean;
}

type Moved = (old: number, axis: 0 | 1, step: number) => number;

/** Pixels above or under a picture from which on a point has left it, and that a finger may shake while it presses. */
const [OUT, STILL] = [24, 8];

export function dragging(host: HTMLElement, parameters: Parameters, hold: Hold, signal: AbortSignal): void {
  const { values, set, add, drop } = hold;
  const panels = host.querySelector<HTMLElement>('.demo-panels')!;
  let held: { sets: string; panel: string } | null = null;
  let pressed: { adds: string; x: number; y: number } | null = null;

  /** Where a pointer is in the ranges of a picture. */
  function placeOf(svg: SVGSVGElement, event: MouseEvent): [number, number] {
    const [x0, x1, y0, y1, left, top, width, height] = svg.dataset.grip!.split(' ').map(Number) as [number, number, number, number, number, number, number, number]; // prettier-ignore
    const box = svg.getBoundingClientRect();
    const unit = box.width / svg.viewBox.baseVal.width;
    const x = x0 + (((event.clientX - box.left) / unit - left) / width) * (x1 - x0);
    const y = y1 + (((event.clientY - box.top) / unit - top) / height) * (y0 - y1);
    return [x, y];
  }

  function move(sets: string, moved: Moved): void {
    const [list, item] = sets.split('.');
    const p = parameters[list!];
    if (p?.kind === 'data') {
      const data = [...(values()[list!] as readonly number[])];
      data[Number(item)] = snap(p, moved(data[Number(item)]!, 0, p.step));
      return set({ ...values(), [list!]: data });
    }
    const next: Record<string, Given[string]> = { ...values() };
    sets.split(',').forEach((key, axis) => {
      const q = parameters[key];
      if (q?.kind === 'slider') next[key] = snap(q, moved(next[key] as number, axis as 0 | 1, q.step));
    });
    set(next);
  }

  /** Once it has been drawn, on the next frame. */
  function focusLast(list: string): void {
    const last = (values()[list] as readonly number[]).length - 1;
    requestAnimationFrame(() => panels.querySelector<SVGElement>(`[data-handle="${list}.${last}"]`)?.focus());
  }

  /** Whether a pointer has taken an item out of its picture. */
  function out(event: PointerEvent): boolean {
    const svg = held && panels.querySelector(`[data-panel="${held.panel}"]`);
    if (!svg || !held!.sets.includes('.')) return false;
    const { top, bottom } = svg.getBoundingClientRect();
    return event.clientY < top - OUT || event.clientY > bottom + OUT;
  }

  panels.addEventListener('pointerdown', (event) => {
    const target = event.target as Element;
    const svg = target.closest('[data-handle]')?.closest('svg[data-panel]');
    const ground = svg ? null : target.closest<SVGSVGElement>('svg[data-adds]');
    pressed = ground && { adds: ground.dataset.adds!, x: event.clientX, y: event.clientY };
    if (!svg) return;
    event.preventDefault();
    // Within reach of several the nearest is meant, not the one that lies on top.
    const off = (handle: Element): number => {
      const { x, y, width, height } = handle.querySelector('.knob')!.getBoundingClientRect();
      return Math.hypot(event.clientX - x - width / 2, event.clientY - y - height / 2);
    };
    const handle = [...svg.querySelectorAll<SVGElement>('[data-handle]')].reduce((a, b) => (off(b) < off(a) ? b : a));
    handle.focus();
    held = { sets: handle.dataset.handle!, panel: svg.getAttribute('data-panel')! };
    // The picture is drawn anew while it is dragged; what holds it stays.
    panels.setPointerCapture(event.pointerId);
  }, { signal }); // prettier-ignore
  panels.addEventListener('pointermove', (event) => {
    const svg = held && panels.querySelector<SVGSVGElement>(`[data-panel="${held.panel}"]`);
    if (!held || !svg?.dataset.grip) return;
    panels.classList.toggle('leaving', out(event));
    const place = placeOf(svg, event);
    move(held.sets, (_, axis) => place[axis]);
  }, { signal }); // prettier-ignore
  for (const end of ['pointerup', 'pointercancel'] as const)
    panels.addEventListener(end, (event) => {
      const [list, item] = held?.sets.split('.') ?? [];
      if (end === 'pointerup' && out(event)) drop(list!, Number(item));
      panels.classList.remove('leaving');
      held = null;
    }, { signal }); // prettier-ignore
  // Of a finger that scrolls the page there is no click.
  panels.addEventListener('click', (event) => {
    const svg = (event.target as Element).closest<SVGSVGElement>('svg[data-adds]');
    if (!svg || !pressed || Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > STILL) return;
    if (add(pressed.adds, placeOf(svg, event)[0])) focusLast(pressed.adds);
  }, { signal }); // prettier-ignore

  panels.addEventListener('keydown', (event) => {
    const sets = (event.target as SVGElement).dataset.handle;
    if (!sets) return;
    const [list, item] = sets.split('.') as [string, string?];
    const data = values()[list];
    if (Array.isArray(data) && ['Delete', 'Backspace'].includes(event.key)) {
      event.preventDefault();
      if (!drop(list, Number(item))) return;
      // the last one goes: the focus stays in the list
      if (Number(item) === data.length - 1) focusLast(list);
      return;
    }
    if (Array.isArray(data) && ['Enter', 'Insert'].includes(event.key)) {
      event.preventDefault();
      if (add(list, data[Number(item)] as number)) focusLast(list);
      return;
    }
    const by = ({ ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1], PageUp: [0, 10], PageDown: [0, -10] } as Record<string, [number, number]>)[event.key]; // prettier-ignore
    if (!by) return;
    event.preventDefault();
    // A point on a line goes up as it goes right.
    const [right, up] = sets.includes(',') ? by : [by[0] + by[1], 0];
    move(sets, (old, axis, step) => old + (axis === 0 ? right : up) * step);
  }, { signal }); // prettier-ignore
}
