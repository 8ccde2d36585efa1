/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.map;

import java.util.regex.Pattern;

/**
 * Names one version of one resource (RFC 7285, section 10.3). Two version tags are equal if and only if both parts are.
 *
 * @param resourceId the resource
 * @param tag 1 to 64 characters from U+0021 to U+007E
 */
public record VersionTag(ResourceId resourceId, String tag) {
    private static final Pattern TAG = Pattern.compile("[\\x21-\\x7e]{1,64}");

    public VersionTag {
        if (!TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException("Tag '" + tag + "' is not 1 to 64 visible ASCII characters");
        }
    }
}
