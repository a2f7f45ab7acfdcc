package guanjia.console;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A call that can't be done, as RFC 9457 problem details with a {@code code} that programs may rely on. */
class ApiProblem extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    /** @param code stable name of the problem @param detail what happened and what to do, in one sentence */
    ApiProblem(HttpStatus status, String code, String detail) {
        super(status, body(status, code, detail), null);
    }

    private static ProblemDetail body(HttpStatus status, String code, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setProperty("code", code);
        return body;
    }
}
