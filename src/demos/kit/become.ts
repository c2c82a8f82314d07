/**
 * Makes what stands in an element the same as some markup, and leaves alone what is so already: an element that stays keeps
 * its focus, and the browser lays out and paints only what has changed.
 */
export function become(element: Element, markup: string): void {
  const made = element.cloneNode() as Element;
  made.innerHTML = markup;
  children(element, made);
}

function children(old: Element, made: Element): void {
  const [before, after] = [[...old.childNodes], [...made.childNodes]];
  after.forEach((node, i) => {
    const was = before[i];
    if (!was) old.append(node);
    else if (was.nodeName !== node.nodeName) was.replaceWith(node);
    // most of a picture stays, and the browser finds that sooner than this does
    else if (was.isEqualNode(node)) return;
    else if (node instanceof Element) {
      attributes(was as Element, node);
      children(was as Element, node);
    } else if (was.nodeValue !== node.nodeValue) was.nodeValue = node.nodeValue;
  });
  for (const node of before.slice(after.length)) node.remove();
}

function attributes(old: Element, made: Element): void {
  for (const { name, value } of made.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  for (const name of old.getAttributeNames()) if (!made.hasAttribute(name)) old.removeAttribute(name);
}
