// The format of `_locales`, and substitution in it as `i18n.getMessage` does it.

export interface Message {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string; example?: string }>;
}

export type Messages = Record<string, Message>;

/** A message with its substitutions in place; empty where there is none. */
export function fillMessage(messages: Messages, key: string, args: string[]): string {
  const entry = messages[key];
  if (entry === undefined) return '';
  return entry.message.replaceAll(/\$(\w+)\$/g, (_, name: string) => {
    const content = entry.placeholders?.[name]?.content;
    if (content === undefined) throw new Error(`${key}: $${name}$ is not declared`);
    return args[Number(content.slice(1)) - 1] ?? '';
  });
}
