// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "field.h"

#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

namespace app::console {

using namespace Qt::StringLiterals;

Field::Field(const QString &name, QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_error(new QLabel)
{
    editor->setAccessibleName(name);
    m_error->setProperty("kind", u"bad"_s);
    m_error->setWordWrap(true);
    m_error->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(editor, 1);
    column->addWidget(m_error);
    setFocusProxy(editor);
}

QString Field::error() const
{
    return m_error->text();
}

void Field::complain(const QString &words)
{
    if (words == m_error->text())
        return;
    m_error->setText(words);
    m_error->setVisible(!words.isEmpty());
    m_editor->setAccessibleDescription(words);
    m_editor->setProperty("wrong", !words.isEmpty());
    m_editor->style()->unpolish(m_editor);
    m_editor->style()->polish(m_editor);
}

} // namespace app::console
