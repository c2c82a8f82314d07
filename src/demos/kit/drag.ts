/** Points of a picture that pointer and keyboard move: a handle `mu,sigma` sets two parameters, `data.3` one item of a list. */
import { type Given, type Parameters, snap } from './parameter.ts';

type Moved = (old: number, axis: 0 | 1, step: number) => number;

export function dragging(
  host: HTMLElement,
  parameters: Parameters,
  values: () => Given,
  set: (next: Given) => void,
  signal: AbortSignal,
): void {
  const panels = host.querySelector<HTMLElement>('.demo-panels')!;
  let held: { sets: string; panel: string } | null = null;

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

  panels.addEventListener('pointerdown', (event) => {
    const svg = (event.target as Element).closest('[data-handle]')?.closest('svg[data-panel]');
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
    const [x0, x1, y0, y1, left, top, width, height] = svg.dataset.grip.split(' ').map(Number) as [number, number, number, number, number, number, number, number]; // prettier-ignore
    const box = svg.getBoundingClientRect();
    const unit = box.width / svg.viewBox.baseVal.width;
    const x = x0 + (((event.clientX - box.left) / unit - left) / width) * (x1 - x0);
    const y = y1 + (((event.clientY - box.top) / unit - top) / height) * (y0 - y1);
    move(held.sets, (_, axis) => (axis === 0 ? x : y));
  }, { signal }); // prettier-ignore
  for (const end of ['pointerup', 'pointercancel'] as const)
    panels.addEventListener(end, () => (held = null), { signal });

  panels.addEventListener('keydown', (event) => {
    const sets = (event.target as SVGElement).dataset.handle;
    if (!sets) return;
    const [list, item] = sets.split('.');
    const data = values()[list!];
    if (['Delete', 'Backspace'].includes(event.key) && Array.isArray(data) && data.length > 1) {
      event.preventDefault();
      // the last one goes: the focus stays in the list
      if (Number(item) === data.length - 1)
        panels.querySelector<SVGElement>(`[data-handle="${list}.${data.length - 2}"]`)?.focus();
      return set({ ...values(), [list!]: data.filter((_, i) => i !== Number(item)) });
    }
    const by = ({ ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1], PageUp: [0, 10], PageDown: [0, -10] } as Record<string, [number, number]>)[event.key]; // prettier-ignore
    if (!by) return;
    event.preventDefault();
    // A point on a line goes up as it goes right.
    const [right, up] = sets.includes(',') ? by : [by[0] + by[1], 0];
    move(sets, (old, axis, step) => old + (axis === 0 ? right : up) * step);
  }, { signal }); // prettier-ignore
}
