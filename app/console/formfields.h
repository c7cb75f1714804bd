// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/contract.h>

#include <QJsonValue>
#include <QStringList>

#include <optional>

namespace app::console {

// One value that a form asks for.
struct FormField
{
    enum class Place
    {
        Path,
        Query,
        Body
    };
    Place place = Place::Body;
    QStringList steps; // to it: one name, or those of a JSON pointer's parts in the body
    model::system::Shape shape; // of the value itself

    QString title() const; // "quantity", "items[1].product"
};

// What a form for this operation asks for: the parameters of its path, whether it has a contract or not;
// those of the query; and each value of the body, of a list's first element.
std::vector<FormField> formFields(const QString &operation, const model::system::Contract *contract);

// The JSON of a body in which variables may stand without quotes; nothing: it is none. Such a variable is a
// text that begins with a mark of its own, which writing takes away again.
std::optional<QJsonValue> readBody(const QString &body);
QString writtenBody(const QJsonValue &body);

// Where a body, in which variables may stand without quotes, stops being JSON, and why.
struct BodyFault
{
    qsizetype place = 0; // in the body, in letters
    QString words; // with the line and the column
};
std::optional<BodyFault> faultOf(const QString &body);

// The fields' values as a body, or a query; optional ones that are empty are left out. A number that names a
// variable stands in the body without quotes.
QString bodyOf(const std::vector<FormField> &fields, const QStringList &values);
QString queryOf(const std::vector<FormField> &fields, const QStringList &values);
// The values of the fields in a body, or a query; nothing: there is something in it that no field can hold.
std::optional<QStringList>
valuesOf(const std::vector<FormField> &fields, const QString &body, const QString &query);

// What is wrong with a value, in words; empty: nothing. What names a variable is believed.
QString complaintOf(const FormField &field, const QString &value);

} // namespace app::console
