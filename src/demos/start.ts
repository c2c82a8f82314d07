/** The only script of a page with demos that is loaded at once: it waits until one comes near the screen. */
import { demos } from './index.ts';

class HoldsDemo extends HTMLElement {
  #end = (): void => {};

  connectedCallback(): void {
    // Some way before it is seen, so that it answers when it is.
    const near = new IntersectionObserver(
      async ([entry]) => {
        if (!entry?.isIntersecting) return;
        near.disconnect();
        const load = demos[this.dataset.name!]!;
        const [{ bring }, { default: demo }] = await Promise.all([import('./kit/live.ts'), load()]);
        if (this.isConnected) this.#end = bring(this, demo);
      },
      { rootMargin: '400px' },
    );
    near.observe(this);
    this.#end = () => near.disconnect();
  }

  disconnectedCallback(): void {
    this.#end();
  }
}

customElements.define('holds-demo', HoldsDemo);
