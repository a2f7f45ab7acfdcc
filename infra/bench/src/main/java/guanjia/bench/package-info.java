/** Speaks to the built product on the real wire: load, ratios, and proofs that nothing is lost or doubled when something breaks. */
@NullMarked
package guanjia.bench;

import org.jspecify.annotations.NullMarked;
