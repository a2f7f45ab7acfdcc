package guanjia.conversations;

import guanjia.EstatesInMemory;
import guanjia.directory.Estate;
import guanjia.directory.EstateCode;
import java.util.Set;

/** 颐和花园 and 星汇大厦. */
final class TwoEstates extends EstatesInMemory {
    static final Set<EstateCode> CODES = Set.of(new EstateCode("yihe"), new EstateCode("xinghui"));

    TwoEstates() {
        super(
                estate("yihe", "YH", "颐和花园", Estate.Kind.RESIDENTIAL),
                estate("xinghui", "XH", "星汇大厦", Estate.Kind.OFFICE));
    }
}
