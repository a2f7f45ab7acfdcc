/** Puts the product together: stores, clock, sample estate, start and stop. Features know nothing of this package. */
@NullMarked
package guanjia;

import org.jspecify.annotations.NullMarked;
