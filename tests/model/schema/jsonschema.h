// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

namespace tests::schema {

// As much of JSON Schema (draft 2020-12) as our schemas use; any other keyword is a fault, so that nothing in
// a schema goes untested. A value; any thread.
class JsonSchema
{
public:
    explicit JsonSchema(QJsonObject root);

    // The pointers of what the schema refuses, each with the keyword that does ("/teams/0: required").
    QStringList faults(const QJsonValue &document) const;
    // The schema of a part, with its references resolved.
    QJsonObject resolved(const QJsonValue &schema) const;
    const QJsonObject &root() const { return m_root; }

private:
    void
    check(const QJsonValue &value, const QJsonValue &schema, const QString &where, QStringList &found) const;
    void checkObject(const QJsonObject &object,
                     const QJsonObject &schema,
                     const QString &where,
                     QStringList &found) const;
    void checkCondition(const QJsonValue &value,
                        const QJsonObject &schema,
                        const QString &where,
                        QStringList &found) const;
    bool holds(const QJsonValue &value, const QJsonValue &schema) const;

    QJsonObject m_root;
};

} // namespace tests::schema
