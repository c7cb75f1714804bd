// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/style/theme.h>

#include <QSyntaxHighlighter>

namespace app::console {

// Sets the names of members in a JSON text off from its values. Belongs to the document. GUI thread.
class JsonColours : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit JsonColours(QTextDocument *document);
    void setTheme(const style::Theme &theme);

protected:
    void highlightBlock(const QString &text) override;

private:
    style::Theme m_theme = style::Theme::light();
};

} // namespace app::console
