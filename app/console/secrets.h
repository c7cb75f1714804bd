// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "requestdraft.h"

namespace app::console {

// What is nobody else's business and never gets onto a disk: passwords, tokens, cards. Told by the name under
// which a value stands ("password", "X-Api-Token", "lastCard") and, whatever its name, by how it looks: the
// number of a card (ISO/IEC 7812, its check digit), or a long word as tokens are. What names a variable
// ("{{token}}") is no secret: the variable's value is.
bool isSecret(const QString &name, const QString &value);

// The same request without its secrets: where one stood is nothing. A body that cannot be read is left out,
// for nobody can tell what is in it.
RequestDraft withoutSecrets(RequestDraft draft);

} // namespace app::console
