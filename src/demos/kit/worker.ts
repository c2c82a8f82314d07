import { demos } from '../index.ts';
import type { News, Task } from './work.ts';

const tell = (news: News): void => postMessage(news);

addEventListener('message', async ({ data }: MessageEvent<Task>) => {
  try {
    const { default: demo } = await demos[data.name]!();
    tell({ result: demo.model.compute(data.values, (share) => tell({ share })) });
  } catch (error) {
    tell({ failed: String(error) });
  }
});
