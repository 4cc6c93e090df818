/** What an author writes under a comment that made them correct the post. Each says neither more thanks nor more blame than the other. */
const WORDS: Record<string, (name: string, link: string) => string> = {
  en: (name, link) => `Thank you, ${name}. The post is corrected: ${link}`,
  fr: (name, link) => `Merci, ${name}. L’article est corrigé\u00a0: ${link}`,
  es: (name, link) => `Gracias, ${name}. La entrada está corregida: ${link}`,
  pt: (name, link) => `Agradeço, ${name}. O texto está corrigido: ${link}`,
  de: (name, link) => `Danke, ${name}. Der Beitrag ist korrigiert: ${link}`,
  ru: (name, link) => `Спасибо, ${name}. Запись исправлена: ${link}`,
  vi: (name, link) => `Cảm ơn ${name}. Bài viết đã được sửa: ${link}`,
  ar: (name, link) => `شكرًا، ${name}. تم تصحيح المقال: ${link}`,
  fa: (name, link) => `سپاس، ${name}. نوشته اصلاح شد: ${link}`,
  ur: (name, link) => `شکریہ، ${name}۔ تحریر درست کر دی گئی ہے: ${link}`,
  zh: (name, link) => `谢谢，${name}。文章已更正：${link}`,
}

/** In the post's language, English where the desk has no words in it. It is a beginning: the person reads it before it goes. */
export function correctedWords(language: string, name: string, link: string): string {
  const base = language.split('-')[0]?.toLowerCase() ?? ''
  return (WORDS[base] ?? WORDS['en'])?.(name, link) ?? ''
}
