package guanjia.console;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A call that can't be done, as RFC 9457 problem details with a {@code code} that programs may rely on. */
class ApiProblem extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    /** The property that holds the code. */
    static final String CODE = "code";

    /** @param code stable name of the problem @param detail what happened and what to do, in one sentence */
    ApiProblem(HttpStatusCode status, String code, String detail) {
        super(status, body(status, code, detail), null);
    }

    static ApiProblem unknownEstate() {
        return new ApiProblem(HttpStatus.NOT_FOUND, "unknown-estate", "There is no such estate for you.");
    }

    static ApiProblem notAllowed() {
        return new ApiProblem(HttpStatus.FORBIDDEN, "not-allowed", "Your role doesn't allow this.");
    }

    /** @param fields what is wrong, at least one */
    static ApiProblem invalid(List<Fields.Wrong> fields) {
        Fields.Wrong first = fields.getFirst();
        ApiProblem problem = new ApiProblem(
                HttpStatus.BAD_REQUEST, "invalid-field", "The field \"" + first.field() + "\" " + first.detail() + ".");
        problem.getBody().setProperty("field", first.field());
        problem.getBody().setProperty("errors", fields);
        return problem;
    }

    static ProblemDetail body(HttpStatusCode status, String code, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setProperty(CODE, code);
        return body;
    }
}
