/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.error;

import java.io.Serial;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The caller is wrong. Carries what RFC 7285, section 8.5.2, lets the server say about it; one request gets one error,
 * however many faults it has.
 */
public final class AltoRequestException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Which kind of error. */
    private final AltoErrorCode code;
    /** What is wrong with the syntax, if that is wrong. */
    private final @Nullable String syntaxError;
    /** The path of the field at fault, if it is one. */
    private final @Nullable String field;
    /** The wrong value, if it is one. */
    private final @Nullable String value;

    private AltoRequestException(final AltoErrorCode code, final @Nullable String syntaxError,
            final @Nullable String field, final @Nullable String value, final @Nullable Throwable cause) {
        super(code + Optional.ofNullable(field).map(path -> " in " + path).orElse(""), cause);
        this.code = code;
        this.syntaxError = syntaxError;
        this.field = field;
        this.value = value;
    }

    /**
     * The body cannot be parsed.
     *
     * @param syntaxError what is wrong and where, for a developer
     * @param cause the parser's own exception, if there is one
     * @return the exception to throw
     */
    public static AltoRequestException syntax(final String syntaxError, final @Nullable Throwable cause) {
        return new AltoRequestException(AltoErrorCode.E_SYNTAX, syntaxError, null, null, cause);
    }

    /**
     * A required field is not there.
     *
     * @param field its full path, like {@code cost-type/cost-metric}
     * @return the exception to throw
     */
    public static AltoRequestException missing(final String field) {
        return new AltoRequestException(AltoErrorCode.E_MISSING_FIELD, null, field, null, null);
    }

    /**
     * The value of a field is of another JSON type.
     *
     * @param field its full path
     * @return the exception to throw
     */
    public static AltoRequestException invalidType(final String field) {
        return new AltoRequestException(AltoErrorCode.E_INVALID_FIELD_TYPE, null, field, null, null);
    }

    /**
     * The value of a field, or an element of an array, cannot be accepted.
     *
     * @param field the full path of the field or of the array
     * @param value the wrong value, as a string
     * @return the exception to throw
     */
    public static AltoRequestException invalidValue(final String field, final String value) {
        return invalidValue(field, value, null);
    }

    /**
     * The value of a field, or an element of an array, cannot be accepted.
     *
     * @param field the full path of the field or of the array
     * @param value the wrong value, as a string
     * @param cause who found out, if somebody else did
     * @return the exception to throw
     */
    public static AltoRequestException invalidValue(final String field, final String value,
            final @Nullable Throwable cause) {
        return new AltoRequestException(AltoErrorCode.E_INVALID_FIELD_VALUE, null, field, value, cause);
    }

    /**
     * Returns the error code.
     *
     * @return one of the four codes
     */
    public AltoErrorCode code() {
        return code;
    }

    /**
     * Returns what is wrong with the syntax.
     *
     * @return present with {@link AltoErrorCode#E_SYNTAX} only
     */
    public Optional<String> syntaxError() {
        return Optional.ofNullable(syntaxError);
    }

    /**
     * Returns the full path of the field at fault.
     *
     * @return present unless the code is {@link AltoErrorCode#E_SYNTAX}
     */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /**
     * Returns the wrong value.
     *
     * @return present with {@link AltoErrorCode#E_INVALID_FIELD_VALUE} only
     */
    public Optional<String> value() {
        return Optional.ofNullable(value);
    }
}
