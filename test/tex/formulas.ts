import data from './formulas.json' with { type: 'json' };

export interface Formula {
  readonly place: string;
  readonly tex: string;
  readonly tree: string;
}

export const formulas: readonly Formula[] = data.formulas;

/** Commands that a page declares for itself. */
export const declared: readonly string[] = ['004:10:3', '004:11:3'];

/** The text at the place, and the message. */
export const refused: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  '000:17:89': [['.', '. does not belong here']],
  '001:36:23': [['\\log', '\\log needs an argument']],
  '003:19:2': [['âˆ«', '“âˆ«” looks like a sign that was saved in the wrong encoding']],
  '004:34:3': [[']', 'expected \\right] to close the \\left[, found ]']],
  '004:92:3': [[']', 'expected \\right] to close the \\left[, found ]']],
  H16: [["'", "expected } to close the {, found '"]],
  H24: [['{', 'braces are not drawn, so what they hold runs on']],
  H34: [['\\KL', 'expected an operand, found \\KL']],
};

/** Where we mean another tree than the prototype. */
export const different: Readonly<Record<string, string>> = {
  // `data` is declared as one name
  '003:13:89': '[data = {x[i] from i=1 to N}]',
  // indices, unless the givens declare the name as a whole
  H14: '[D_KL(cal:N(mu[1] (^ sigma[1] 2)) ‖ cal:N(mu[2] (^ sigma[2] 2))) = (- (+ (log (/ sigma[2] sigma[1])) (/ (+ (^ sigma[1] 2) (^ (- mu[1] mu[2]) 2)) (* 2 (^ sigma[2] 2)))) (/ 1 2))]',
  // the law below an E is one node, whether it names its argument or not
  H6: '[(log p(x)) = (+ (alias ELBO(q) (E{ ~ q(z)} (log (/ p(x z) q(z))))) D_KL(q(z) ‖ p(z | x)))]',
  H22: '[(at [theta = theta[0]] (d{theta} (log p(x | theta)))) = 0]',
  // the prototype knew no labels
  H20: '[H(P Q) = (neg (sum{x} (* P(x) (log Q(x)))))]',
};
