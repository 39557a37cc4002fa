import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';

/**
 * What was encrypted by one secret of the installation, encrypted by another: the secrets of people's
 * second steps and their backup codes (better-auth's format).
 */
export async function reseal(text: string, from: string, to: string): Promise<string> {
	const plain = await symmetricDecrypt({ key: from, data: text });
	return symmetricEncrypt({ key: to, data: plain });
}
