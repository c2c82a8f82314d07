/**
 * The only script of a page with demos that is loaded at once. The rest follows when the page has come and the browser is
 * idle, or a demo comes near the screen: so that it answers as soon as it is seen, even after a jump.
 */
import { demos } from './index.ts';
import { whenIdle } from './kit/idle.ts';

/** Readers who save data load a demo only when they come to it. */
const saving = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

class HoldsDemo extends HTMLElement {
  #end = (): void => {};

  connectedCallback(): void {
    const load = () => Promise.all([import('./kit/live.ts'), demos[this.dataset.name!]!()]);
    // Some way before it is seen, so that it answers when it is.
    const near = new IntersectionObserver(
      async ([entry]) => {
        if (!entry?.isIntersecting) return;
        near.disconnect();
        const [{ bring }, { default: demo }] = await load();
        if (this.isConnected) this.#end = bring(this, demo);
      },
      { rootMargin: '400px' },
    );
    near.observe(this);
    this.#end = () => near.disconnect();
    const early = (): void => whenIdle(() => void load());
    if (saving) return;
    if (document.readyState === 'complete') early();
    else window.addEventListener('load', early, { once: true });
  }

  disconnectedCallback(): void {
    this.#end();
  }
}

customElements.define('holds-demo', HoldsDemo);
