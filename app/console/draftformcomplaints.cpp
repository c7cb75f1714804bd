// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is wrong with a draft, each at its field.

#include "draftform.h"
#include "field.h"

#include <QCheckBox>
#include <QLabel>

#include <algorithm>

namespace app::console {

using namespace Qt::StringLiterals;
using model::result::Error;
using Place = FormField::Place;

std::vector<std::pair<QString, Field *>> DraftForm::places() const
{
    std::vector<std::pair<QString, Field *>> all;
    for (size_t at = 0; at < m_fields.size(); ++at) {
        if (!isRaw() || m_fields[at].place == Place::Path)
            all.emplace_back(m_fields[at].title(), m_editors[at]);
    }
    all.insert(all.end(),
               {{u"query"_s, m_queryField},
                {u"body"_s, m_bodyField},
                {u"headers"_s, m_headersField},
                {u"session"_s, m_sessionField}});
    return all;
}

std::vector<Error> DraftForm::complaints() const
{
    std::vector<Error> errors;
    const auto filled = values();
    for (size_t at = 0; at < m_fields.size() && !isRaw(); ++at) {
        if (m_fields[at].place == Place::Path)
            continue; // readDraft does
        const auto words = complaintOf(m_fields[at], filled[static_cast<qsizetype>(at)]);
        if (!words.isEmpty())
            errors.push_back({model::result::Kind::InvalidInput, words, m_fields[at].title()});
    }
    return errors;
}

void DraftForm::complain(const std::vector<Error> &errors)
{
    Field *first = nullptr;
    for (const auto &[name, field] : places()) {
        const auto error = std::ranges::find(errors, name, &Error::subject);
        field->complain(error == errors.end() ? QString() : error->message);
        if (error != errors.end() && first == nullptr)
            first = field;
    }
    // What is wrong with the form as a whole has no field of its own.
    const auto whole = std::ranges::find_if(errors, [&](const Error &error) {
        return !isRaw() && (error.subject == u"body"_s || error.subject == u"query"_s);
    });
    m_hint->setProperty("kind", whole != errors.end() ? u"bad"_s : u"subtle"_s);
    if (whole != errors.end())
        setHint(whole->message);
    else if (!m_fields.empty() && m_rawSwitch->isEnabled())
        setHint({});
    if (first != nullptr && first->isVisibleTo(this))
        first->setFocus(Qt::OtherFocusReason);
}

} // namespace app::console
