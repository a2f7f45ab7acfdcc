/** Handbook files in, cited answers or an honest "don't know" out. */
@NullMarked
package guanjia.knowledge;

import org.jspecify.annotations.NullMarked;
