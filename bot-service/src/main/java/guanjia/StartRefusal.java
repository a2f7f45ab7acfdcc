package guanjia;

import guanjia.infra.DataDirectoryInUse;
import guanjia.infra.StoresNotStarted;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Tells an operator in one sentence, without a stack trace, why the product doesn't start. Every package checks its own settings; what they
 * share is that the complaint begins with the variable's name.
 */
class StartRefusal implements FailureAnalyzer {
    private static final Pattern ABOUT_A_VARIABLE = Pattern.compile("GUANJIA(_[A-Z]+)+ .*");

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataDirectoryInUse || cause instanceof StoresNotStarted || isAboutASetting(cause)) {
                return new FailureAnalysis(sentence(cause), null, cause);
            }
        }
        return null;
    }

    private static boolean isAboutASetting(Throwable cause) {
        return cause instanceof IllegalArgumentException
                && ABOUT_A_VARIABLE.matcher(sentence(cause)).matches();
    }

    private static String sentence(Throwable cause) {
        return String.valueOf(cause.getMessage());
    }
}
