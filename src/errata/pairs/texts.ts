/** Published texts that more than one slip comes from, with their authors. */
export const murphy2 = 'Probabilistic Machine Learning: Advanced Topics (draft)';
export const murphy1 = 'Probabilistic Machine Learning: An Introduction (draft)';
export const murphy = 'Kevin P. Murphy';
export const book = 'The Book of Statistical Proofs';
export const mml = 'Mathematics for Machine Learning (draft)';
export const mmlAuthors = 'Marc Peter Deisenroth, A. Aldo Faisal, Cheng Soon Ong';
