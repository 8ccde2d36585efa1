/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.catalog;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.northbound.json.EncodedPart;

/** Encodes the parts of a map, but for those whose encoded form is known from the version before. */
final class PartEncoder {
    private PartEncoder() {
    }

    /**
     * A version of a map with its encoded form.
     *
     * @param <P> the kind of part
     * @param parts the parts
     * @param encoded the encoded form of each, in the same order
     */
    record Known<P>(SortedMap<Pid, P> parts, List<EncodedPart> encoded) {
    }

    /**
     * Encodes all parts.
     *
     * @param <P> the kind of part
     * @param parts the parts
     * @param encoder encodes one part
     * @param before the version before, if there is one
     * @return the encoded form of each part, in the same order
     */
    static <P> List<EncodedPart> encode(final SortedMap<Pid, P> parts, final BiFunction<Pid, P, EncodedPart> encoder,
            final Optional<Known<P>> before) {
        final Map<Pid, EncodedPart> kept = new HashMap<>();
        before.ifPresent(known -> {
            final var encoded = known.encoded.iterator();
            known.parts.forEach((pid, part) -> {
                final var form = encoded.next();
                // at once for the same object, and soon for most that differ
                if (part.equals(parts.get(pid))) {
                    kept.put(pid, form);
                }
            });
        });
        final var forms = ImmutableList.<EncodedPart>builderWithExpectedSize(parts.size());
        parts.forEach((pid, part) -> {
            final var form = kept.get(pid);
            forms.add(form != null ? form : encoder.apply(pid, part));
        });
        return forms.build();
    }
}
