/** Words between statements. */
export const conditionWords: readonly string[] = (
  'if|for|when|whenever|where|provided|provided that|as long as|with|otherwise|else|elsewhere|for all|for any|for every|for each|' +
  'and|and thus|as|so|so that|thus|hence|therefore|if and only if|iff|implies|' +
  '若|如果|当|其中|否则|其他|其余|其它|对所有|对任意|对任何|对每个|对于|对于所有|对于任意|对一切|且|并且|和|因此|所以|于是|故|当且仅当|蕴含'
).split('|');
