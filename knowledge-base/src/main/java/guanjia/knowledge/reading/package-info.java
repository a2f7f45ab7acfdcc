/** Handbook files (Markdown, text, HTML, PDF, Word) in, titled sections out; and the public page that shows them. Knows no store. */
@NullMarked
package guanjia.knowledge.reading;

import org.jspecify.annotations.NullMarked;
