import { picturesAnswer } from './pictures-answer.ts';

export async function POST(event) {
	return picturesAnswer(event);
}
