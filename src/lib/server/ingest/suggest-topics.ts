export async function suggestTopics(_tx: unknown, _p: unknown, _i: unknown) {}
