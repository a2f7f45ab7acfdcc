/**
 * How every feature gets along with its stores: its collections brought to the form its code expects, and an outage told once instead of
 * a thousand times. Knows no feature, and not whether the stores are embedded.
 */
@NullMarked
package guanjia.stores;

import org.jspecify.annotations.NullMarked;
