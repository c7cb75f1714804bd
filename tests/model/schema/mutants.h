// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonschema.h"

#include <vector>

namespace tests::schema {

// A document with one change.
struct Mutant
{
    QString name; // "/teams/0/id longer than maxLength"
    QJsonValue document;
};

// Documents made from a good one, each of which breaks one rule of the schema; each rule of a part of the
// schema is broken where the document first uses that part.
std::vector<Mutant> badMutants(const JsonSchema &schema, const QJsonValue &good);
// Documents whose numbers stand at the ends of their ranges.
std::vector<Mutant> edgeMutants(const JsonSchema &schema, const QJsonValue &good);
// Members that the schema describes and the document never uses ("#/$defs/call: fallback").
QStringList unusedMembers(const JsonSchema &schema, const QJsonValue &document);

} // namespace tests::schema
