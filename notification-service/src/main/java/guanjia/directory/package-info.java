/**
 * Who lives where: estates, buildings, units, residents, the addresses they can be reached at, their consent and language.
 *
 * <p>Everything else in the product asks this package and keeps no copy.
 */
@NullMarked
package guanjia.directory;

import org.jspecify.annotations.NullMarked;
