import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Light on purpose: the compiler is strict already, and prettier owns the layout. */
export default tseslint.config(
  { ignores: ['dist/', '.astro/', '.cache/', 'node_modules/', 'test/**/fixtures/'] },
  eslint.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,mjs}'],
    rules: {
      eqeqeq: 'error',
      'no-undef': 'off', // the compiler knows better
      'no-control-regex': 'off', // a lexer must name the characters that it refuses
      '@typescript-eslint/no-non-null-assertion': 'off', // noUncheckedIndexedAccess makes honest use of `!` common
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
);
