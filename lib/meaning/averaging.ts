/** Calls that average over what is random in their arguments, but not over what stands alone after a bar. */
export const averaging: ReadonlySet<string> = new Set(['E', 'Var', 'var', 'V', '\\mathbb{V}', 'sd', 'std', 'SD', 'Cov', 'cov', 'H', 'h', 'I', 'MI', '\\Pr', 'Pr', '\\mathbb{P}']); // prettier-ignore
