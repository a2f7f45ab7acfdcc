package guanjia.directory;

import java.util.Locale;
import java.util.Optional;

/** What somebody is in a unit. */
public enum ResidentRole {
    /** 业主 */
    OWNER,
    /** 租户 */
    TENANT,
    /** 家属 */
    FAMILY,
    /** The contact of a company in an office. */
    COMPANY;

    /** Reads a role as files and requests write it, in any case; empty when it is none. */
    public static Optional<ResidentRole> of(String written) {
        return switch (written.strip().toUpperCase(Locale.ROOT)) {
            case "OWNER", "业主", "業主" -> Optional.of(OWNER);
            case "TENANT", "租户", "租客", "租戶" -> Optional.of(TENANT);
            case "FAMILY", "家属", "家人", "家屬" -> Optional.of(FAMILY);
            case "COMPANY", "公司", "企业", "企業" -> Optional.of(COMPANY);
            default -> Optional.empty();
        };
    }
}
