package guanjia;

import guanjia.infra.DataDirectoryInUse;
import guanjia.infra.StoresNotStarted;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Tells an operator in one sentence, without a stack trace, why the product doesn't start. */
class StartRefusal implements FailureAnalyzer {
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataDirectoryInUse
                    || cause instanceof StoresNotStarted
                    || cause instanceof WrongSetting) {
                return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
            }
        }
        return null;
    }
}
